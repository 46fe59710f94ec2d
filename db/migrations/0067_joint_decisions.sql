-- Why: several congresses acting together (DEM-1, source 004): votes of their sessions composed to one decision, each with the weight of the delegates it
--   stands for, and bodies that may veto. The verdict is never stored: it follows from the votes by the kernel's composed rule.
-- Locks: new tables only. Rows at a large federation: 20,000 decisions, 200,000 parts.

-- phase: tables

CREATE TABLE congress_joint_decision (
  federation_id uuid NOT NULL,
  id            uuid NOT NULL,
  union_id      uuid NOT NULL,               -- that leads it
  title         text NOT NULL CHECK (length(title) >= 2 AND length(title) <= 120),
  about         text NOT NULL DEFAULT '' CHECK (length(about) <= 3000),
  round         smallint NOT NULL CHECK (round >= 1 AND round <= 5),   -- of the talks: three as a rule, five at most
  op            text NOT NULL CHECK (op IN ('GE','GT')),
  num           integer NOT NULL CHECK (num >= 0),
  den           integer NOT NULL CHECK (den >= 1),
  made_at       timestamptz NOT NULL,
  by_id         uuid NOT NULL,
  PRIMARY KEY (federation_id, id),
  CHECK (num <= den)
);
CREATE INDEX congress_joint_decision_of ON congress_joint_decision (federation_id, union_id, made_at);

CREATE TABLE congress_joint_part (
  federation_id uuid NOT NULL,
  decision_id   uuid NOT NULL,
  item_id       uuid NOT NULL,
  place         smallint NOT NULL,
  weight        integer NOT NULL CHECK (weight >= 1),   -- delegates of that congress
  veto          boolean NOT NULL,
  PRIMARY KEY (federation_id, decision_id, item_id)
);

-- phase: distribution

SELECT create_distributed_table('congress_joint_decision', 'federation_id');
SELECT create_distributed_table('congress_joint_part', 'federation_id');

-- phase: foreign keys

ALTER TABLE congress_joint_decision ADD FOREIGN KEY (federation_id, union_id) REFERENCES union_unit (federation_id, id);
ALTER TABLE congress_joint_part ADD FOREIGN KEY (federation_id, decision_id) REFERENCES congress_joint_decision (federation_id, id);
ALTER TABLE congress_joint_part ADD FOREIGN KEY (federation_id, item_id) REFERENCES congress_session_item (federation_id, id);
