-- Why: what is said about a vote that a union holds by itself (DEM-3): about, by which rule, who is on the roll, which vote it repeats. Everything that is
--   voted and counted belongs to the engine's tables (0056); a row here has the ballot's id.
-- Locks: a new table only. Rows at a large federation: 10,000.

-- phase: tables

CREATE TABLE ballot_matter (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,               -- the ballot's
  union_id      uuid NOT NULL,
  about         text NOT NULL CHECK (length(about) <= 4000),
  basis         text NOT NULL CHECK (length(basis) BETWEEN 1 AND 40),   -- by which rule of the house's list it decides
  roll          jsonb NOT NULL,              -- who is on the roll, as it was chosen
  again_of      uuid,                        -- the vote whose open seats or tie this one decides
  round         smallint NOT NULL CHECK (round BETWEEN 1 AND 20),
  tellers       text NOT NULL DEFAULT '' CHECK (length(tellers) <= 200),
  PRIMARY KEY (federation_id, id)
);
CREATE UNIQUE INDEX ballot_matter_again ON ballot_matter (federation_id, again_of) WHERE again_of IS NOT NULL;
CREATE INDEX ballot_matter_of_union ON ballot_matter (federation_id, union_id);

-- phase: distribution

SELECT create_distributed_table('ballot_matter', 'federation_id');

-- phase: foreign keys

ALTER TABLE ballot_matter ADD FOREIGN KEY (federation_id, id) REFERENCES ballot (federation_id, id);
ALTER TABLE ballot_matter ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
