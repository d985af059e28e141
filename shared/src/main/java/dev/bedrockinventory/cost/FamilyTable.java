package dev.bedrockinventory.cost;

import java.util.Map;
import java.util.Optional;

/**
 * The families of AWS's price list that model architectures belong to. AWS publishes no such table.
 * An architecture is here only if the name of its class is the family's name and the task, or, for
 * OSS, the name of the only models in the family; all others stay unknown. So T5, which Flan is one
 * model of, and Qwen3, which no family is named after, are not here.
 */
final class FamilyTable {
  static final Map<String, String> BY_ARCHITECTURE =
      Map.of(
          "LlamaForCausalLM", "Llama",
          "MllamaForConditionalGeneration", "MLlama",
          "MistralForCausalLM", "Mistral",
          "MixtralForCausalLM", "Mixtral",
          "GPTBigCodeForCausalLM", "GPTBigCode",
          "Qwen2ForCausalLM", "Qwen2",
          "Qwen2VLForConditionalGeneration", "Qwen2VL",
          "Qwen2_5_VLForConditionalGeneration", "Qwen2-5-VL",
          "GptOssForCausalLM", "OSS");

  private FamilyTable() {}

  /** The family of an architecture, if it is certain. */
  static Optional<String> find(String architecture) {
    return Optional.ofNullable(BY_ARCHITECTURE.get(architecture));
  }
}
