-- Why: long-running work that a person started and watches (imports, runs, exports): how far it is, how to stop it.
-- Locks: new tables only. Rows at a large federation: a few thousand a year.

-- phase: tables

CREATE TABLE job_run (
  federation_id    uuid NOT NULL,
  id               uuid NOT NULL,
  kind             text NOT NULL,              -- name of the job, e.g. roster.import
  key              text NOT NULL,              -- the same work is not started twice
  started_by       uuid,                       -- person; null when a schedule started it
  state            text NOT NULL CHECK (state IN ('waiting','running','done','failed','cancelled')),
  done             integer NOT NULL DEFAULT 0 CHECK (done >= 0),
  total            integer CHECK (total >= 0), -- null while it is not known
  input            jsonb NOT NULL,
  cursor           jsonb,                      -- where to go on after a restart
  report           jsonb,                      -- what came of it
  refusal          text NOT NULL DEFAULT '',   -- code of the word that says why it failed
  cancel_requested boolean NOT NULL DEFAULT false,
  tries            smallint NOT NULL DEFAULT 0,
  created_at       timestamptz NOT NULL,
  started_at       timestamptz,
  beat_at          timestamptz,                -- the worker's last sign of life
  ended_at         timestamptz,
  PRIMARY KEY (federation_id, id),
  UNIQUE (federation_id, kind, key)
);
CREATE INDEX job_run_person ON job_run (federation_id, started_by, created_at);
CREATE INDEX job_run_open ON job_run (state, beat_at) WHERE state IN ('waiting','running');

-- phase: distribution
SELECT create_distributed_table('job_run', 'federation_id');

-- phase: foreign keys
ALTER TABLE job_run ADD FOREIGN KEY (federation_id) REFERENCES federation (federation_id);
ALTER TABLE job_run ADD FOREIGN KEY (federation_id, started_by) REFERENCES person (federation_id, id);
