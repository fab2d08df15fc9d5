-- Indexes of all that can be filtered or ordered by, and of what text contains. A key is followed by the id, which
-- breaks ties, so that one index serves an order in both directions.

CREATE INDEX country_by_iso2 ON country (iso2 COLLATE "C", id);
CREATE INDEX country_text_of_iso2 ON country USING gin (folded(iso2) gin_trgm_ops);
CREATE INDEX country_by_iso3 ON country (iso3 COLLATE "C", id);
CREATE INDEX country_text_of_iso3 ON country USING gin (folded(iso3) gin_trgm_ops);
CREATE INDEX country_by_name ON country (name COLLATE "C", id);
CREATE INDEX country_text_of_name ON country USING gin (folded(name) gin_trgm_ops);
CREATE INDEX country_by_official_name ON country (official_name COLLATE "C", id);
CREATE INDEX country_text_of_official_name ON country USING gin (folded(official_name) gin_trgm_ops);
CREATE INDEX country_by_kind ON country (kind, id);
CREATE INDEX country_by_region ON country (region COLLATE "C", id);
CREATE INDEX country_text_of_region ON country USING gin (folded(region) gin_trgm_ops);
CREATE INDEX country_by_subregion ON country (subregion COLLATE "C", id);
CREATE INDEX country_text_of_subregion ON country USING gin (folded(subregion) gin_trgm_ops);

CREATE INDEX detainee_by_slug ON detainee (slug COLLATE "C", id);
CREATE INDEX detainee_text_of_slug ON detainee USING gin (folded(slug) gin_trgm_ops);
CREATE INDEX detainee_by_name ON detainee (name COLLATE "C", id);
CREATE INDEX detainee_text_of_name ON detainee USING gin (folded(name) gin_trgm_ops);
CREATE INDEX detainee_by_publication ON detainee (publication, id);
CREATE INDEX detainee_by_sex ON detainee (sex, id);
CREATE INDEX detainee_by_born_on ON detainee (born_on_earliest, id);
CREATE INDEX detainee_by_died_on ON detainee (died_on_earliest, id);
CREATE INDEX detainee_by_occupation ON detainee (occupation COLLATE "C", id);
CREATE INDEX detainee_text_of_occupation ON detainee USING gin (folded(occupation) gin_trgm_ops);
CREATE INDEX detainee_by_status ON detainee (status, id);

CREATE INDEX claim_by_field ON claim (field COLLATE "C", id);
CREATE INDEX claim_text_of_field ON claim USING gin (folded(field) gin_trgm_ops);
CREATE INDEX claim_text_of_value ON claim USING gin (folded(value) gin_trgm_ops);
CREATE INDEX claim_text_of_statement ON claim USING gin (folded(statement) gin_trgm_ops);
CREATE INDEX claim_by_speaker ON claim (speaker COLLATE "C", id);
CREATE INDEX claim_text_of_speaker ON claim USING gin (folded(speaker) gin_trgm_ops);
CREATE INDEX claim_by_stance ON claim (stance, id);
CREATE INDEX claim_by_verification ON claim (verification, id);
CREATE INDEX claim_by_stated_on ON claim (stated_on_earliest, id);

CREATE INDEX organization_by_slug ON organization (slug COLLATE "C", id);
CREATE INDEX organization_text_of_slug ON organization USING gin (folded(slug) gin_trgm_ops);
CREATE INDEX organization_by_name ON organization (name COLLATE "C", id);
CREATE INDEX organization_text_of_name ON organization USING gin (folded(name) gin_trgm_ops);
CREATE INDEX organization_by_kind ON organization (kind, id);

CREATE INDEX source_by_slug ON source (slug COLLATE "C", id);
CREATE INDEX source_text_of_slug ON source USING gin (folded(slug) gin_trgm_ops);
CREATE INDEX source_by_kind ON source (kind, id);
CREATE INDEX source_by_title ON source (title COLLATE "C", id);
CREATE INDEX source_text_of_title ON source USING gin (folded(title) gin_trgm_ops);
CREATE INDEX source_by_title_basis ON source (title_basis, id);
CREATE INDEX source_by_published_on ON source (published_on_earliest, id);
CREATE INDEX source_by_retrieved_on ON source (retrieved_on, id);
CREATE INDEX source_by_language ON source (language COLLATE "C", id);
CREATE INDEX source_text_of_language ON source USING gin (folded(language) gin_trgm_ops);
CREATE INDEX source_by_state_controlled ON source (state_controlled, id);

CREATE INDEX detention_by_authority ON detention (authority COLLATE "C", id);
CREATE INDEX detention_text_of_authority ON detention USING gin (folded(authority) gin_trgm_ops);
CREATE INDEX detention_by_facility ON detention (facility COLLATE "C", id);
CREATE INDEX detention_text_of_facility ON detention USING gin (folded(facility) gin_trgm_ops);
CREATE INDEX detention_by_started_on ON detention (started_on_earliest, id);
CREATE INDEX detention_by_ended_on ON detention (ended_on_earliest, id);
CREATE INDEX detention_by_legal_status ON detention (legal_status, id);

CREATE INDEX charge_by_category ON charge (category, id);
CREATE INDEX charge_text_of_title ON charge USING gin (folded(title) gin_trgm_ops);
CREATE INDEX charge_text_of_statute ON charge USING gin (folded(statute) gin_trgm_ops);
CREATE INDEX charge_by_stage ON charge (stage, id);
CREATE INDEX charge_by_decided_on ON charge (decided_on_earliest, id);
CREATE INDEX charge_text_of_court ON charge USING gin (folded(court) gin_trgm_ops);
CREATE INDEX charge_by_sentence_months ON charge (sentence_months, id);
CREATE INDEX charge_text_of_sentence ON charge USING gin (folded(sentence) gin_trgm_ops);

CREATE INDEX release_member_by_outcome ON release_member (outcome, id);

CREATE INDEX release_by_slug ON release (slug COLLATE "C", id);
CREATE INDEX release_text_of_slug ON release USING gin (folded(slug) gin_trgm_ops);
CREATE INDEX release_by_title ON release (title COLLATE "C", id);
CREATE INDEX release_text_of_title ON release USING gin (folded(title) gin_trgm_ops);
CREATE INDEX release_by_released_on ON release (released_on_earliest, id);
CREATE INDEX release_by_authority ON release (authority COLLATE "C", id);
CREATE INDEX release_text_of_authority ON release USING gin (folded(authority) gin_trgm_ops);
CREATE INDEX release_by_mode ON release (mode, id);
CREATE INDEX release_text_of_official_frame ON release USING gin (folded(official_frame) gin_trgm_ops);
CREATE INDEX release_by_total_value ON release (total_value, id);
CREATE INDEX release_by_total_min ON release (total_min, id);
CREATE INDEX release_by_total_max ON release (total_max, id);
CREATE INDEX release_by_total_completeness ON release (total_completeness, id);

CREATE INDEX agreement_by_slug ON agreement (slug COLLATE "C", id);
CREATE INDEX agreement_text_of_slug ON agreement USING gin (folded(slug) gin_trgm_ops);
CREATE INDEX agreement_by_title ON agreement (title COLLATE "C", id);
CREATE INDEX agreement_text_of_title ON agreement USING gin (folded(title) gin_trgm_ops);
CREATE INDEX agreement_by_kind ON agreement (kind, id);
CREATE INDEX agreement_by_status ON agreement (status, id);
CREATE INDEX agreement_by_announced_on ON agreement (announced_on_earliest, id);
CREATE INDEX agreement_text_of_summary ON agreement USING gin (folded(summary) gin_trgm_ops);
CREATE INDEX agreement_by_text_available ON agreement (text_available, id);

CREATE INDEX term_by_kind ON term (kind, id);
CREATE INDEX term_text_of_text ON term USING gin (folded(text) gin_trgm_ops);
CREATE INDEX term_by_performance ON term (performance, id);
CREATE INDEX term_by_performed_on ON term (performed_on_earliest, id);

CREATE INDEX relief_by_slug ON relief (slug COLLATE "C", id);
CREATE INDEX relief_text_of_slug ON relief USING gin (folded(slug) gin_trgm_ops);
CREATE INDEX relief_by_title ON relief (title COLLATE "C", id);
CREATE INDEX relief_text_of_title ON relief USING gin (folded(title) gin_trgm_ops);
CREATE INDEX relief_by_kind ON relief (kind, id);
CREATE INDEX relief_by_status ON relief (status, id);
CREATE INDEX relief_by_announced_on ON relief (announced_on_earliest, id);
CREATE INDEX relief_by_issued_on ON relief (issued_on_earliest, id);
CREATE INDEX relief_by_effective_on ON relief (effective_on_earliest, id);
CREATE INDEX relief_by_expires_on ON relief (expires_on_earliest, id);
CREATE INDEX relief_by_revoked_on ON relief (revoked_on_earliest, id);
CREATE INDEX relief_by_unblocks_property ON relief (unblocks_property, id);
CREATE INDEX relief_by_retroactive ON relief (retroactive, id);
CREATE INDEX relief_text_of_scope ON relief USING gin (folded(scope) gin_trgm_ops);

CREATE INDEX instrument_by_slug ON instrument (slug COLLATE "C", id);
CREATE INDEX instrument_text_of_slug ON instrument USING gin (folded(slug) gin_trgm_ops);
CREATE INDEX instrument_by_kind ON instrument (kind, id);
CREATE INDEX instrument_by_number ON instrument (number COLLATE "C", id);
CREATE INDEX instrument_text_of_number ON instrument USING gin (folded(number) gin_trgm_ops);
CREATE INDEX instrument_by_title ON instrument (title COLLATE "C", id);
CREATE INDEX instrument_text_of_title ON instrument USING gin (folded(title) gin_trgm_ops);
CREATE INDEX instrument_by_issued_on ON instrument (issued_on_earliest, id);
CREATE INDEX instrument_by_effective_on ON instrument (effective_on_earliest, id);
CREATE INDEX instrument_by_expires_on ON instrument (expires_on_earliest, id);
CREATE INDEX instrument_by_citation ON instrument (citation COLLATE "C", id);
CREATE INDEX instrument_text_of_citation ON instrument USING gin (folded(citation) gin_trgm_ops);

CREATE INDEX sanction_program_by_code ON sanction_program (code COLLATE "C", id);
CREATE INDEX sanction_program_text_of_code ON sanction_program USING gin (folded(code) gin_trgm_ops);
CREATE INDEX sanction_program_by_name ON sanction_program (name COLLATE "C", id);
CREATE INDEX sanction_program_text_of_name ON sanction_program USING gin (folded(name) gin_trgm_ops);
CREATE INDEX sanction_program_text_of_legal_basis ON sanction_program USING gin (folded(legal_basis) gin_trgm_ops);
CREATE INDEX sanction_program_by_measures ON sanction_program USING gin (measures);
CREATE INDEX sanction_program_by_status ON sanction_program (status, id);

CREATE INDEX sanction_by_slug ON sanction (slug COLLATE "C", id);
CREATE INDEX sanction_text_of_slug ON sanction USING gin (folded(slug) gin_trgm_ops);
CREATE INDEX sanction_by_list ON sanction (list COLLATE "C", id);
CREATE INDEX sanction_text_of_list ON sanction USING gin (folded(list) gin_trgm_ops);
CREATE INDEX sanction_by_measures ON sanction USING gin (measures);
CREATE INDEX sanction_text_of_reason ON sanction USING gin (folded(reason) gin_trgm_ops);
CREATE INDEX sanction_by_listed_on ON sanction (listed_on_earliest, id);
CREATE INDEX sanction_by_started_on ON sanction (started_on_earliest, id);
CREATE INDEX sanction_by_ended_on ON sanction (ended_on_earliest, id);

CREATE INDEX target_by_slug ON target (slug COLLATE "C", id);
CREATE INDEX target_text_of_slug ON target USING gin (folded(slug) gin_trgm_ops);
CREATE INDEX target_by_kind ON target (kind, id);
CREATE INDEX target_by_name ON target (name COLLATE "C", id);
CREATE INDEX target_text_of_name ON target USING gin (folded(name) gin_trgm_ops);
CREATE INDEX target_by_born_on ON target (born_on_earliest, id);

CREATE INDEX exchange_by_relation ON exchange (relation, id);

-- Other names and numbers, by which people and targets are looked for.
CREATE INDEX detainee_name_text_of_text ON detainee_name USING gin (folded(text) gin_trgm_ops);
CREATE INDEX detainee_identifier_by_value ON detainee_identifier (value COLLATE "C", scheme);
CREATE INDEX target_name_text_of_text ON target_name USING gin (folded(text) gin_trgm_ops);
CREATE INDEX target_identifier_by_value ON target_identifier (value COLLATE "C", scheme);
CREATE INDEX sanction_identifier_by_value ON sanction_identifier (value COLLATE "C", scheme);
