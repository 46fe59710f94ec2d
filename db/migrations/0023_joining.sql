-- Why: what an applicant told when asking to join (part organisation/joining).
-- Locks: new table only. Rows: one for each application.

-- phase: tables
CREATE TABLE joining_application (
  federation_id uuid NOT NULL,
  case_id       uuid NOT NULL,
  person_id     uuid NOT NULL,
  phone_sealed  bytea NOT NULL,              -- as given; becomes the person's on approval
  employer      text NOT NULL DEFAULT '',
  job           text NOT NULL DEFAULT '',
  new_form      text NOT NULL DEFAULT '',
  unattached    boolean NOT NULL,
  conflict      boolean NOT NULL,            -- the document is on file with another phone
  is_return     boolean NOT NULL,            -- a former member
  is_open       boolean NOT NULL,
  PRIMARY KEY (federation_id, case_id)
);
-- One open application per person, however often the button is pressed.
CREATE UNIQUE INDEX joining_application_one_open ON joining_application (federation_id, person_id) WHERE is_open;

-- phase: distribution
SELECT create_distributed_table('joining_application', 'federation_id');

-- phase: foreign keys
ALTER TABLE joining_application ADD FOREIGN KEY (federation_id, case_id) REFERENCES case_file (federation_id, id);
ALTER TABLE joining_application ADD FOREIGN KEY (federation_id, person_id) REFERENCES person (federation_id, id);
