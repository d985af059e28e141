package dev.bedrockinventory.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.model.Actor;
import dev.bedrockinventory.model.CanonicalJson;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'type':'IAMUser','arn':'arn:aws:iam::111122223333:user/alice','principalId':'AIDA'} |"
            + " arn:aws:iam::111122223333:user/alice",
        "{'type':'WebIdentityUser','principalId':'issuer:app:bob','userName':'bob'} |"
            + " issuer:app:bob",
        "{'type':'IdentityCenterUser','accountId':'111122223333','onBehalfOf':{'userId':'544894e8'}}"
            + " | 544894e8",
        "{'type':'AWSAccount','accountId':'444455556666'} | 444455556666",
        "{'type':'Unknown','userName':'carol'} | carol",
        "{'type':'AWSService','invokedBy':'cloudformation.amazonaws.com'} |"
            + " cloudformation.amazonaws.com",
        "{'type':'Root','arn':'arn:aws:iam::111122223333:root','principalId':'111122223333'} |"
            + " arn:aws:iam::111122223333:root",
        "{'type':'Root','accountId':'111122223333'} | 111122223333"
      })
  void everyTypeOfIdentityHasAName(String identity, String name) {
    var actor = parse("{'userIdentity':%s}".formatted(identity));

    assertThat(actor.arn()).isEqualTo(name);
    assertThat(actor.type()).isNotEmpty();
  }

  @Test
  void theCredentialsOfTheCallAreRead() {
    var actor =
        parse(
            """
            {'userIdentity':{'type':'AssumedRole','arn':'a','accessKeyId':'ASIAEXAMPLEEXAMPLE01',
              'onBehalfOf':{'userId':'544894e8','identityStoreArn':'store'},
              'sessionContext':{'sourceIdentity':'alice@example.com',
                'sessionIssuer':{'arn':'arn:aws:iam::111122223333:role/r'},
                'attributes':{'mfaAuthenticated':'false'}}},
             'sessionCredentialFromConsole':'true'}
            """);

    assertThat(actor.session())
        .isEqualTo(
            new Actor.Session(
                Optional.of("arn:aws:iam::111122223333:role/r"),
                Optional.of("ASIAEXAMPLEEXAMPLE01"),
                Optional.of("alice@example.com"),
                Optional.of(new Actor.Person("544894e8", "store")),
                Optional.of(false),
                true));
  }

  @Test
  void membersThatTheRecordLacksAreAbsent() {
    var session = parse("{'userIdentity':{'type':'AWSService','sessionContext':null}}").session();

    assertThat(session)
        .isEqualTo(
            new Actor.Session(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false));
  }

  private static Actor parse(String detail) {
    return new IdentityParser(CanonicalJson.parse(detail.replace('\'', '"'))).actor();
  }
}
