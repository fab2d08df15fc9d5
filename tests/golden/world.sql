-- The small world that the golden answers are read from: a release, the licence it is tied to, a swap,
-- a person whose name is withheld, and people who contradict one another.

INSERT INTO country (id, iso2, iso3, name, official_name, kind, region, subregion) VALUES
    (1, 'BY', 'BLR', 'Belarus', 'Republic of Belarus', 'STATE', 'Europe', 'Eastern Europe'),
    (2, 'US', 'USA', 'United States', 'United States of America', 'STATE', 'Americas', 'Northern America'),
    (3, 'LT', 'LTU', 'Lithuania', 'Republic of Lithuania', 'STATE', 'Europe', 'Northern Europe'),
    (4, 'EU', NULL, 'European Union', NULL, 'UNION', NULL, NULL);

INSERT INTO organization (id, slug, name, kind, country_id, url) VALUES
    (1, 'ofac', 'Office of Foreign Assets Control', 'STATE_BODY', 2, 'https://ofac.treasury.gov'),
    (2, 'council-of-the-eu', 'Council of the European Union', 'INTERGOVERNMENTAL', 4, NULL),
    (3, 'state-wire', 'State Wire', 'MEDIA', 1, NULL),
    (4, 'free-paper', 'Free Paper', 'MEDIA', NULL, 'https://free.example/'),
    (5, 'detente', 'Détente', 'MEDIA', NULL, NULL);

INSERT INTO dataset_source (id, slug, title, publisher_id, license) VALUES
    (1, 'detente', 'Détente dossiers', 5, 'CC BY 4.0');

INSERT INTO source (id, slug, publisher_id, kind, title, title_basis, url, published_on, language, state_controlled) VALUES
    (1, 'state-wire-1', 3, 'STATE_MEDIA', 'Twelve pardoned', 'TEXT', 'https://wire.example/1', '2025-12-13', 'be', true),
    (2, 'free-paper-1', 4, 'NEWS', '"Freed", and one who was not', 'TEXT', 'https://free.example/1', '2025-12-14', 'en', false),
    (3, 'free-paper-2', 4, 'NEWS', 'A licence, not a delisting', 'ADDRESS', NULL, NULL, 'en', false);

INSERT INTO instrument (id, slug, kind, number, title, issuer_id, issued_on, effective_on, citation) VALUES
    (1, 'gl-99', 'GENERAL_LICENSE', '99', 'General License 99', 1, '2025-12-15', '2025-12-15', '31 CFR part 548');

INSERT INTO sanction_program (id, code, name, aliases, authority_id, country_id, measures, status) VALUES
    (1, 'BELARUS-EO14038', 'Belarus, Executive Order 14038', '{BELARUS}', 1, 2, '{ASSET_FREEZE}', 'ACTIVE'),
    (2, 'EU-BLR', 'Belarus, Regulation 765/2006', '{}', 2, 4, '{ASSET_FREEZE,TRAVEL_BAN}', 'ACTIVE');
INSERT INTO sanction_program_target_country VALUES (1, 1), (2, 1);

INSERT INTO target (id, slug, kind, name, dataset_id) VALUES
    (1, 'potash-works', 'ORGANIZATION', 'Potash Works', 1),
    (2, 'flag-airline', 'ORGANIZATION', 'Flag Airline', 1),
    (3, 'anna-listed', 'PERSON', 'LISTED, Anna', 1);
INSERT INTO target_country VALUES (1, 1), (2, 1);
INSERT INTO target_name (target_id, position, text, language, script, kind) VALUES
    (1, 0, 'Калійны завод', 'be', 'Cyrl', 'ORIGINAL_SCRIPT'), (1, 1, 'Potash Works OAO', NULL, NULL, 'ALIAS');
INSERT INTO target_identifier (target_id, scheme, value) VALUES (1, 'OFAC_UID', '101'), (2, 'OFAC_UID', '102');

INSERT INTO sanction (id, slug, target_id, authority_id, country_id, list, measures, listed_on, ended_on, ending, dataset_id) VALUES
    (1, 'us-potash-works', 1, 1, 2, 'SDN', '{ASSET_FREEZE}', '2021-08-09', NULL, NULL, 1),
    (2, 'eu-potash-works', 1, 2, 4, NULL, '{ASSET_FREEZE}', '2022-06-03', NULL, NULL, 1),
    (3, 'us-flag-airline', 2, 1, 2, 'SDN', '{ASSET_FREEZE}', '2023-08-09', '2025-11-04', 'DELISTED', 1);
INSERT INTO sanction_in_program VALUES (1, 1), (2, 2), (3, 1);

INSERT INTO detainee (id, slug, name, publication, sex, born_on, occupation, status, target_id) VALUES
    (1, 'anna-listed', 'Anna Listed', 'NAMED', 'FEMALE', '1962~', 'editor', 'RELEASED', 3),
    (2, 'ben-two-passports', 'Ben Twopassports', 'NAMED', 'MALE', '1970/1972', NULL, 'DETAINED', NULL),
    (3, 'withheld-1', NULL, 'WITHHELD', NULL, NULL, NULL, 'RELEASED', NULL),
    (4, 'initials-c-d', 'C. D.', 'INITIALS', NULL, NULL, NULL, 'RELEASED', NULL);
INSERT INTO confidential.detainee_name VALUES (3, 'Secret Person');
INSERT INTO detainee_name (detainee_id, position, text, language, script, kind) VALUES
    (1, 0, 'Ганна Спіс', 'be', 'Cyrl', 'ORIGINAL_SCRIPT');
INSERT INTO nationality VALUES (1, 1, 'CITIZEN'), (2, 1, 'DUAL'), (2, 2, 'DUAL'), (3, 2, 'CITIZEN'), (4, 3, 'CITIZEN');
INSERT INTO recognition (detainee_id, organization_id, label, recognized_on, source_id) VALUES
    (1, 4, 'POLITICAL_PRISONER', '2022', 2);

INSERT INTO detention (id, detainee_id, country_id, authority, started_on, ended_on, legal_status) VALUES
    (1, 1, 1, 'KGB', '2020-08', '2020-09', 'ADMINISTRATIVE'),
    (2, 1, 1, 'KGB', '2021-07-14', '2025-12-13', 'CONVICTED'),
    (3, 2, 1, NULL, '2022', NULL, 'CONVICTED'),
    (4, 3, 1, NULL, NULL, '2025-12-13', 'UNKNOWN');
INSERT INTO charge (id, detention_id, position, category, title, stage, sentence_months, sentence) VALUES
    (1, 2, 0, 'EXTREMISM', 'leading an extremist group', 'CONVICTED', 120, '10 years'),
    (2, 2, 1, 'FINANCIAL', 'smuggling cash', 'DROPPED', NULL, NULL),
    (3, 3, 0, 'ESPIONAGE', 'working with a foreign service', 'CONVICTED', 144, '12 years');

INSERT INTO agreement (id, slug, title, kind, status, announced_on, summary, text_available) VALUES
    (1, 'by-us-2025-12', 'Twelve freed; dealings in potash licensed', 'UNPUBLISHED_DEAL', 'PERFORMED', '2025-12-13', 'Talks in Minsk.', false),
    (2, 'by-us-2025-09', 'An earlier step', 'RECIPROCAL_STEPS', 'PERFORMED', '2025-09', NULL, false);
INSERT INTO party (agreement_id, position, role, country_id, organization_id, negotiators) VALUES
    (1, 0, 'PRINCIPAL', 1, NULL, '{}'), (1, 1, 'PRINCIPAL', 2, NULL, '{"An Envoy"}'), (1, 2, 'MEDIATOR', NULL, NULL, '{"A Go-between"}'),
    (2, 0, 'PRINCIPAL', 2, NULL, '{}'), (2, 1, 'PRINCIPAL', 1, NULL, '{}');

INSERT INTO release (id, slug, title, released_on, country_id, authority, mode, official_frame, total_value, total_min, total_max, total_completeness) VALUES
    (1, 'by-2025-12-13', 'Belarus lets twelve people go', '2025-12-13', 1, 'the president', 'PARDON', 'citizens of various countries', 12, NULL, NULL, 'EXACT'),
    (2, 'us-2025-12-13', 'The United States returns one man', '2025-12-13', 2, NULL, 'PRISONER_SWAP', NULL, 1, NULL, NULL, 'EXACT'),
    (3, 'by-2025-09', 'Belarus lets some people go', '2025-09', 1, NULL, 'PARDON', NULL, NULL, 5, 7, 'ESTIMATE'),
    (4, 'lt-undated', 'An undated release', NULL, 3, NULL, 'UNKNOWN', NULL, NULL, NULL, NULL, 'UNKNOWN');
INSERT INTO agreement_release VALUES (1, 1), (1, 2), (2, 3);
INSERT INTO release_count (release_id, position, dimension, country_id, label, value, completeness, scope, scope_note, source_id) VALUES
    (1, 0, 'DESTINATION', 3, 'Lithuania', 12, 'EXACT', 'THIS_RELEASE', NULL, 1),
    (1, 1, 'NATIONALITY', 1, 'Belarus', 9, 'AT_LEAST', 'THIS_RELEASE', NULL, 2),
    (1, 2, 'NATIONALITY', 2, 'United States', NULL, 'UNKNOWN', 'THIS_RELEASE', NULL, 1),
    (1, 3, 'NATIONALITY', 2, 'United States', NULL, 'UNKNOWN', 'RUNNING_TOTAL', 'all pardoned since November: 15', 1);
INSERT INTO release_member (id, release_id, detainee_id, position, outcome, destination_id) VALUES
    (1, 1, 1, 0, 'FREED', 3), (2, 1, 2, 1, 'DISPUTED', NULL), (3, 1, 3, 2, 'FREED', 3), (4, 1, 4, 3, 'FREED', 3);

INSERT INTO relief (id, slug, title, kind, status, country_id, authority_id, announced_on, issued_on, effective_on, unblocks_property, scope, instrument_id) VALUES
    (1, 'us-gl-99', 'General License 99', 'GENERAL_LICENSE', 'IN_FORCE', 2, 1, '2025-12-13', '2025-12-15', '2025-12-15', false, 'dealings only', 1),
    (2, 'us-airline-delisting', 'Flag Airline taken off the list', 'DELISTING', 'IN_FORCE', 2, 1, '2025-11-04', '2025-11-04', '2025-11-04', true, NULL, NULL);
INSERT INTO agreement_relief VALUES (1, 1), (2, 2);
INSERT INTO relief_program VALUES (1, 1), (2, 1);
INSERT INTO relief_target VALUES (1, 1), (2, 2);
INSERT INTO relief_sanction VALUES (1, 1), (2, 3);

INSERT INTO term (id, agreement_id, position, kind, giver_id, receiver_id, text, performance, performed_on, release_id, relief_id) VALUES
    (1, 1, 0, 'RELEASE', 1, 2, 'Let twelve people go.', 'PERFORMED', '2025-12-13', 1, NULL),
    (2, 1, 1, 'SANCTIONS_RELIEF', 2, 1, 'License dealings in potash.', 'PERFORMED', '2025-12-15', NULL, 1),
    (3, 1, 2, 'DIPLOMATIC_STEP', 2, 1, 'Reopen the embassy.', 'PROMISED', NULL, NULL, NULL);
INSERT INTO exchange (id, agreement_id, position, release_id, relief_id, counter_release_id, concession_id, relation) VALUES
    (1, 1, 0, 1, 1, NULL, NULL, 'IN_EXCHANGE_FOR'),
    (2, 1, 1, 1, NULL, 2, NULL, 'IN_EXCHANGE_FOR'),
    (3, 1, 2, 1, NULL, NULL, 3, 'DENIED'),
    (4, 2, 0, 3, 2, NULL, NULL, 'ALLEGED');

INSERT INTO claim (id, position, release_id, release_member_id, relief_id, exchange_id, field, value, statement, speaker, speaker_organization_id, attribution, stance, verification, stated_on, quote, source_id) VALUES
    (1, 0, 1, NULL, NULL, NULL, 'total', '12', 'Twelve people were pardoned.', 'The presidency', 3, 'via State Wire', 'ASSERTS', 'CORROBORATED', '2025-12-13', 'дванаццаць чалавек', 1),
    (2, 1, NULL, 2, NULL, NULL, 'outcome', 'FREED', 'Ben was among those freed.', 'State Wire', 3, NULL, 'REPORTS', 'DISPUTED', '2025-12-13', NULL, 1),
    (3, 2, NULL, 2, NULL, NULL, 'outcome', 'RE_DETAINED', 'Ben is still in prison.', 'His wife', NULL, NULL, 'DENIES', 'SINGLE_SOURCE', '2025-12-14', 'He is still there', 2),
    (4, 3, NULL, NULL, 1, NULL, 'status', NULL, 'Sanctions on potash are lifted.', 'An Envoy', NULL, NULL, 'ASSERTS', 'REFUTED', '2025-12-13', NULL, 1),
    (5, 4, NULL, NULL, 1, NULL, 'status', 'IN_FORCE', 'The licence permits dealings and unblocks nothing.', 'Free Paper', 4, NULL, 'REPORTS', 'SINGLE_SOURCE', NULL, NULL, 3),
    (6, 5, NULL, NULL, NULL, 1, 'relation', 'IN_EXCHANGE_FOR', 'The two were tied.', 'The presidency', 3, NULL, 'ASSERTS', 'SINGLE_SOURCE', '2025-12-13', NULL, 1),
    (7, 6, NULL, NULL, NULL, 3, 'relation', 'DENIED', 'No embassy was promised.', 'An Envoy', NULL, NULL, 'DENIES', 'SINGLE_SOURCE', '2025-12-14', NULL, 2);
INSERT INTO claim_relation VALUES (2, 3, 'CONTRADICTS'), (5, 4, 'CONTRADICTS'), (6, 1, 'SUPPORTS');
