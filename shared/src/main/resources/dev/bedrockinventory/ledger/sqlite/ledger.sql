-- The ledger: one row for each item of docs/data-model.md, its attributes as JSON. The program
-- writes it; people read the views.
CREATE TABLE items (
  pk TEXT NOT NULL,
  sk TEXT NOT NULL,
  attributes TEXT NOT NULL CHECK (json_valid(attributes)),
  changeDay TEXT GENERATED ALWAYS AS (attributes ->> 'changeDay') VIRTUAL,
  changeKey TEXT GENERATED ALWAYS AS (attributes ->> 'changeKey') VIRTUAL,
  expiresAt INTEGER GENERATED ALWAYS AS (attributes ->> 'expiresAt') VIRTUAL,
  UNIQUE (pk, sk)
) STRICT;

CREATE INDEX changes_by_day ON items (changeDay, changeKey) WHERE changeDay IS NOT NULL;

CREATE INDEX items_by_expiry ON items (expiresAt) WHERE expiresAt IS NOT NULL;

-- Which calls belong to which revision. The program derives it from revisions and evidence; the
-- resources whose items were written since then are listed in stale_causes.
CREATE TABLE causes (
  arn TEXT NOT NULL,
  revision INTEGER NOT NULL,
  explains INTEGER NOT NULL,
  evidence TEXT NOT NULL,
  PRIMARY KEY (arn, revision, evidence)
) STRICT, WITHOUT ROWID;

CREATE TABLE stale_causes (arn TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TRIGGER new_history AFTER INSERT ON items WHEN new.pk GLOB 'RESOURCE#*' BEGIN
  INSERT OR IGNORE INTO stale_causes VALUES (substr(new.pk, 10));
END;

-- The resources that exist, or existed at the last observation.
CREATE VIEW inventory AS
SELECT
  substr(pk, 7, 12) AS account,
  json_extract('["' || replace(pk, '#', '","') || '"]', '$[2]') AS region,
  json_extract('["' || replace(pk, '#', '","') || '"]', '$[3]') AS kind,
  substr(sk, 6) AS id,
  coalesce(
    attributes ->> 'document' ->> 'inferenceProfileName',
    attributes ->> 'document' ->> 'modelName') AS name,
  attributes ->> 'arn' AS arn,
  attributes ->> 'revision' AS revision,
  attributes ->> 'firstSeenAt' AS first_seen_at,
  attributes ->> 'changedAt' AS changed_at,
  attributes ->> 'document' -> 'tags' AS tags,
  attributes ->> 'document' AS document
FROM items
WHERE pk >= 'SCOPE#' AND pk < 'SCOPE$' AND sk >= 'HEAD#' AND sk < 'HEAD$';

-- Every state of every resource, numbered from 1.
CREATE VIEW revisions AS
SELECT
  json_extract('["' || replace(substr(pk, 10), ':', '","') || '"]', '$[4]') AS account,
  json_extract('["' || replace(substr(pk, 10), ':', '","') || '"]', '$[3]') AS region,
  CASE
    WHEN pk GLOB '*:inference-profile/*' THEN 'system-inference-profile'
    WHEN pk GLOB '*:application-inference-profile/*' THEN 'application-inference-profile'
    ELSE 'imported-model'
  END AS kind,
  substr(pk, instr(pk, '/') + 1) AS id,
  coalesce(
    attributes ->> 'document' ->> 'inferenceProfileName',
    attributes ->> 'document' ->> 'modelName') AS name,
  substr(pk, 10) AS arn,
  CAST(substr(sk, 10) AS INTEGER) AS revision,
  attributes ->> 'change' AS change,
  attributes ->> 'observedAt' AS observed_at,
  attributes ->> 'fields' AS fields,
  attributes ->> 'document' -> 'tags' AS tags,
  attributes ->> 'document' AS document,
  attributes ->> 'contentHash' AS content_hash,
  attributes ->> 'previousHash' AS previous_hash,
  attributes ->> 'chainHash' AS chain_hash
FROM items
WHERE pk >= 'RESOURCE#' AND pk < 'RESOURCE$' AND sk >= 'REVISION#' AND sk < 'REVISION$';

-- The same without the baseline: what changed after the first observation.
CREATE VIEW changes AS
SELECT * FROM revisions WHERE change <> 'BASELINE';

-- One row for each tag of each revision, with the time from which and until which it was so; until
-- is absent while it still is.
CREATE VIEW tags AS
SELECT
  state.account, state.region, state.kind, state.id, state.name, state.arn, state.revision,
  tag.key, tag.value,
  state.observed_at AS valid_from,
  state.until AS valid_to
FROM (
  SELECT *, lead(observed_at) OVER (PARTITION BY arn ORDER BY revision) AS until FROM revisions
) AS state, json_each(state.tags) AS tag
WHERE state.change <> 'DELETED';

-- Which profile reaches which model, in which regions.
CREATE VIEW destinations AS
SELECT
  items.sk AS profile,
  substr(items.pk, 7) AS model,
  CASE destination.value WHEN '' THEN 'global' ELSE destination.value END AS region
FROM items, json_each(items.attributes, '$.regions') AS destination
WHERE items.pk >= 'MODEL#' AND items.pk < 'MODEL$';

-- The API calls about resources that CloudTrail reported, also the refused ones.
CREATE VIEW evidence AS
SELECT
  substr(pk, 10) AS arn,
  attributes ->> 'at' AS at,
  attributes ->> 'event' AS event,
  attributes ->> 'actor' AS actor,
  attributes ->> 'actorType' AS actor_type,
  attributes ->> 'issuer' AS issuer,
  attributes ->> 'sourceIdentity' AS source_identity,
  attributes ->> 'onBehalfOf' AS on_behalf_of,
  attributes ->> 'accessKeyId' AS access_key_id,
  attributes ->> 'sourceIp' AS source_ip,
  attributes ->> 'userAgent' AS user_agent,
  attributes ->> 'errorCode' AS error_code,
  attributes ->> 'errorMessage' AS error_message,
  attributes ->> 'copiedFrom' AS copied_from,
  attributes ->> 'tags' AS tags,
  attributes ->> 'eventId' AS event_id,
  attributes ->> 'requestId' AS request_id
FROM items
WHERE pk >= 'RESOURCE#' AND pk < 'RESOURCE$' AND sk >= 'EVENT#' AND sk < 'EVENT$';

-- Who made each change: the calls that explain a revision, and (explains = 0) those that were made
-- at the same time but do not explain it.
CREATE VIEW who AS
SELECT
  causes.arn AS arn,
  causes.revision AS revision,
  causes.explains AS explains,
  items.attributes ->> 'at' AS at,
  items.attributes ->> 'event' AS event,
  items.attributes ->> 'actor' AS actor,
  items.attributes ->> 'actorType' AS actor_type,
  items.attributes ->> 'issuer' AS issuer,
  items.attributes ->> 'sourceIdentity' AS source_identity,
  items.attributes ->> 'onBehalfOf' AS on_behalf_of,
  items.attributes ->> 'sourceIp' AS source_ip,
  items.attributes ->> 'userAgent' AS user_agent,
  items.attributes ->> 'eventId' AS event_id
FROM causes JOIN items
  ON items.pk = 'RESOURCE#' || causes.arn AND items.sk = causes.evidence;

-- The state of each account, region and kind.
CREATE VIEW scopes AS
SELECT
  substr(sk, 1, 12) AS account,
  json_extract('["' || replace(sk, '#', '","') || '"]', '$[1]') AS region,
  json_extract('["' || replace(sk, '#', '","') || '"]', '$[2]') AS kind,
  attributes ->> 'outcome' AS outcome,
  attributes ->> 'reason' AS reason,
  attributes ->> 'lastCompleteAt' AS last_complete_at,
  attributes ->> 'lastAttemptAt' AS last_attempt_at,
  attributes ->> 'firstPlannedAt' AS first_planned_at,
  attributes ->> 'unplannedAt' AS unplanned_at,
  attributes ->> 'seen' AS seen,
  attributes ->> 'failures' AS failures,
  attributes ->> 'omissions' AS omissions,
  attributes ->> 'revisions' AS revisions
FROM items
WHERE pk = 'SCOPES';
