-- Indexes that large tables want beside those of 0008. A word that half a million rows share is not enough to find
-- the first of them by: behind it stands the order in which they are then read.

CREATE INDEX claim_in_verification ON claim (verification, position, id);
CREATE INDEX claim_in_stance ON claim (stance, position, id);
CREATE INDEX detainee_in_status ON detainee (status, name COLLATE "C", id);
CREATE INDEX target_in_kind ON target (kind, name COLLATE "C", id);
CREATE INDEX charge_in_category ON charge (category, decided_on_earliest DESC NULLS LAST, id DESC);

-- The sanctions of an authority, newest first.
DROP INDEX sanction_authority;
CREATE INDEX sanction_authority ON sanction (authority_id, listed_on_earliest DESC NULLS LAST, id DESC);

-- The nationals of a country are those of some kinds; the index alone says which.
DROP INDEX nationality_country;
CREATE INDEX nationality_country ON nationality (country_id, detainee_id) INCLUDE (kind);
