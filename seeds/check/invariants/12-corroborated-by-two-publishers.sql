-- What is marked CORROBORATED is said by sources of two publishers: both report it, give the field the same value, or are linked by SUPPORTS; one origin is one voice.
WITH linked AS (
    SELECT claim_id AS one, other_id AS other, kind FROM claim_relation
    UNION ALL
    SELECT other_id, claim_id, kind FROM claim_relation
), origin AS (
    SELECT l.one AS id, min(s.publisher_id) AS publisher_id
    FROM linked l
    JOIN claim c ON c.id = l.other
    JOIN source s ON s.id = c.source_id
    WHERE l.kind = 'SAME_ORIGIN'
    GROUP BY l.one
), said AS (
    SELECT c.id, c.field, c.value, c.statement, c.speaker, c.verification, s.slug AS source, v.subject, v.voice,
           CASE WHEN c.live THEN v.voice END AS live_voice, c.stance = 'DENIES' AS denies
    FROM claim c
    JOIN source s ON s.id = c.source_id
    LEFT JOIN origin o ON o.id = c.id
    CROSS JOIN LATERAL (
        SELECT least(s.publisher_id, o.publisher_id) AS voice,
               coalesce(c.detainee_id, c.detention_id, c.charge_id, c.agreement_id, c.exchange_id, c.release_id,
                        c.release_member_id, c.relief_id, c.sanction_id) AS subject
    ) v
), judged AS (
    SELECT *,
           min(live_voice) OVER told <> max(live_voice) OVER told AS told_by_two,
           value IS NOT NULL AND min(live_voice) OVER given <> max(live_voice) OVER given AS given_by_two
    FROM said
    WINDOW told AS (PARTITION BY subject, field, statement), given AS (PARTITION BY subject, field, value, denies)
), supported AS (
    SELECT l.one AS id
    FROM linked l
    JOIN said a ON a.id = l.one
    JOIN said b ON b.id = l.other
    WHERE l.kind = 'SUPPORTS' AND b.live_voice <> a.voice
)
SELECT j.subject, j.field, j.source, j.speaker, j.statement
FROM judged j
LEFT JOIN supported s ON s.id = j.id
WHERE j.verification = 'CORROBORATED'
  AND s.id IS NULL
  AND (j.told_by_two OR j.given_by_two) IS NOT TRUE
ORDER BY j.field, j.statement, j.source
