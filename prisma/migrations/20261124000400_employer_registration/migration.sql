ALTER TABLE `employer`
  ADD COLUMN `contactEnc` VARCHAR(400) NULL,
  ADD COLUMN `licenceNumber` VARCHAR(60) NULL,
  ADD COLUMN `decisionReason` VARCHAR(300) NULL;
