-- Claims of one speaker in the order in which claims are shown: without it, all claims are walked until enough are his.

CREATE INDEX claim_in_speaker ON claim (speaker COLLATE "C", position, id);
