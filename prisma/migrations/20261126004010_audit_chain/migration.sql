ALTER TABLE `audit_entry`
  ADD COLUMN `mac` CHAR(43) NULL,
  ADD COLUMN `seq` INTEGER NULL,
  ADD COLUMN `hash` CHAR(43) NULL,
  ADD UNIQUE INDEX `audit_entry_seq_key` (`seq`);

CREATE TABLE `audit_seal` (
  `seq` INTEGER NOT NULL,
  `hash` CHAR(43) NOT NULL,
  `early` BOOLEAN NOT NULL,
  `signature` CHAR(43) NOT NULL,
  `sealedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`seq`),
  CONSTRAINT `audit_seal_seq` CHECK (`seq` >= 1)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
