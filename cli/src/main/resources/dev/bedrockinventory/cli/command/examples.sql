/* Which application profiles have no tag "team"? */
SELECT account, region, name, arn FROM inventory
WHERE kind = 'application-inference-profile' AND tags ->> 'team' IS NULL;

/* How many resources has each team? */
SELECT coalesce(tags ->> 'team', 'none') AS team, count(*) AS resources FROM inventory
GROUP BY team ORDER BY resources DESC;

/* Who changed what in the last 30 days? */
SELECT changes.observed_at, who.actor, who.event, changes.name, changes.change
FROM changes LEFT JOIN who USING (arn, revision)
WHERE changes.observed_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-30 days')
  AND coalesce(who.explains, 1) = 1
ORDER BY changes.observed_at DESC;

/* What did alice do? */
SELECT at, event, arn, error_code FROM evidence
WHERE actor LIKE '%alice%' OR source_identity LIKE '%alice%' ORDER BY at;

/* Which changes has nobody explained? */
SELECT observed_at, name, change, fields FROM changes
WHERE kind <> 'system-inference-profile'
  AND NOT EXISTS (
    SELECT 1 FROM who
    WHERE who.arn = changes.arn AND who.revision = changes.revision AND who.explains = 1);

/* Which profiles reach each model? */
SELECT model, count(DISTINCT profile) AS profiles, count(DISTINCT region) AS regions
FROM destinations GROUP BY model ORDER BY profiles DESC;

/* Which regions can a profile reach? */
SELECT inventory.name, destinations.region FROM destinations
JOIN inventory ON inventory.arn = destinations.profile
ORDER BY inventory.name, destinations.region;

/* Which profiles have a destination outside the United States? */
SELECT DISTINCT inventory.name, destinations.region FROM destinations
JOIN inventory ON inventory.arn = destinations.profile
WHERE destinations.region NOT LIKE 'us-%';

/* Which team had a profile at the time of a bill? */
SELECT name, arn, value AS team FROM tags
WHERE key = 'team' AND valid_from <= '2026-11-21T00:00:00Z'
  AND (valid_to IS NULL OR valid_to > '2026-11-21T00:00:00Z');

/* Which values did a tag have, and until when? */
SELECT name, key, value, valid_from, valid_to FROM tags ORDER BY name, key, valid_from;

/* Which tag keys are in use? */
SELECT tag.key, count(*) AS resources FROM inventory, json_each(inventory.tags) AS tag
GROUP BY tag.key ORDER BY resources DESC;

/* How many custom model units has each imported model? */
SELECT account, region, name,
  document ->> 'customModelUnits' ->> 'customModelUnitsPerModelCopy' AS units
FROM inventory WHERE kind = 'imported-model' ORDER BY units DESC;

/* What changed between two dates? */
SELECT observed_at, kind, name, change, fields FROM changes
WHERE observed_at BETWEEN '2026-11-01' AND '2026-12-01' ORDER BY observed_at;

/* What was deleted, and when? */
SELECT observed_at, kind, name, arn FROM changes WHERE change = 'DELETED' ORDER BY observed_at;

/* What changes most often? */
SELECT name, arn, count(*) AS changes FROM changes GROUP BY arn ORDER BY changes DESC LIMIT 10;

/* How many changes were there each day? */
SELECT substr(observed_at, 1, 10) AS day, change, count(*) AS changes FROM changes
GROUP BY day, change ORDER BY day;

/* Which calls were refused? */
SELECT at, actor, event, error_code, arn FROM evidence WHERE error_code IS NOT NULL ORDER BY at;

/* Which profiles were copied from which? */
SELECT inventory.name, evidence.copied_from, evidence.actor FROM evidence
JOIN inventory USING (arn) WHERE evidence.copied_from IS NOT NULL;

/* Which scopes are not complete, and why? */
SELECT account, region, kind, outcome, reason, last_complete_at FROM scopes
WHERE outcome <> 'COMPLETE' OR outcome IS NULL;

/* What existed on a day? */
SELECT name, arn, change, max(revision) AS revision FROM revisions
WHERE observed_at < '2026-11-21T00:00:00Z'
GROUP BY arn HAVING change <> 'DELETED' ORDER BY name;
