-- Why: letters to the chairperson that come by e-mail, and the conversation that goes on by e-mail (part mailbox/mail, BOX-1).
-- Locks: new tables only. Rows: one for each such letter, and one for each e-mail taken in; some tens of thousands a year.

-- phase: tables

-- Whom the answers of a letter go to. The address and the follow-up code rest sealed; nothing here leads to a member.
CREATE TABLE letter_mail (
  federation_id  uuid NOT NULL,
  case_id        uuid NOT NULL,
  address_sealed bytea NOT NULL,
  address_masked text NOT NULL,                -- w***@example.cn
  code_sealed    bytea NOT NULL,               -- the follow-up code, said again in each answer
  token          text NOT NULL,                -- of the reply address
  subject        text NOT NULL,
  locale         text NOT NULL CHECK (locale IN ('zh','en')),
  PRIMARY KEY (federation_id, case_id),
  UNIQUE (federation_id, token)
);

-- E-mails taken in. The key makes one letter of a message that is delivered twice; target = the union (a new letter) or the letter (a reply).
CREATE TABLE letter_mail_message (
  federation_id  uuid NOT NULL,
  target_id      uuid NOT NULL,
  message_key    bytea NOT NULL,               -- keyed hash of the Message-ID
  address_lookup bytea NOT NULL,               -- keyed hash of the address it came from: ceilings
  message_id     text NOT NULL,
  case_id        uuid,                         -- set in the same transaction
  is_new         boolean NOT NULL,             -- began a letter
  auto_replied   boolean NOT NULL,
  at             timestamptz NOT NULL,
  PRIMARY KEY (federation_id, target_id, message_key)
);
CREATE INDEX letter_mail_message_of_case ON letter_mail_message (federation_id, case_id, at);
CREATE INDEX letter_mail_message_of_address ON letter_mail_message (federation_id, address_lookup, at);

-- Which letter a reply address belongs to; asked before a tenant is known. Distributed by the token.
CREATE TABLE letter_mail_thread (
  token         text NOT NULL,
  federation_id uuid NOT NULL,
  case_id       uuid NOT NULL,
  PRIMARY KEY (token)
);

-- phase: distribution
SELECT create_distributed_table('letter_mail', 'federation_id');
SELECT create_distributed_table('letter_mail_message', 'federation_id');
SELECT create_distributed_table('letter_mail_thread', 'token');

-- phase: foreign keys
ALTER TABLE letter_mail ADD FOREIGN KEY (federation_id, case_id) REFERENCES case_file (federation_id, id);
ALTER TABLE letter_mail_message ADD FOREIGN KEY (federation_id, case_id) REFERENCES case_file (federation_id, id);
