-- categories, capacity for work and the order of help as ciphertext from now on; older rows by `npm run rotate-keys`
ALTER TABLE `person_category` ADD COLUMN `kindEnc` VARCHAR(64) NULL;
ALTER TABLE `person_category` MODIFY `kind` ENUM('POVERTY_LIFTED', 'MONITORED_UNSTABLE', 'MONITORED_MARGINAL', 'MONITORED_SUDDEN', 'RELOCATED', 'LOW_INCOME', 'DISABLED', 'ZERO_EMPLOYMENT_HOUSEHOLD') NULL;
ALTER TABLE `person` ADD COLUMN `labourCapacityEnc` VARCHAR(64) NULL;
ALTER TABLE `person` MODIFY `labourCapacity` ENUM('FULL', 'HALF', 'NONE') NULL;
ALTER TABLE `training_enrolment` ADD COLUMN `helpEnc` VARCHAR(64) NULL;
ALTER TABLE `training_enrolment` MODIFY `help` ENUM('LIFTED', 'MONITORED', 'OTHER') NULL;
ALTER TABLE `training_event` ADD COLUMN `helpEnc` VARCHAR(64) NULL;
ALTER TABLE `training_event` MODIFY `help` ENUM('LIFTED', 'MONITORED', 'OTHER') NULL;
ALTER TABLE `roster` ADD COLUMN `categoryEnc` VARCHAR(64) NULL;
ALTER TABLE `person_category` ADD CONSTRAINT `person_category_kind_check` CHECK (`kind` IS NOT NULL OR `kindEnc` IS NOT NULL);
ALTER TABLE `person` ADD CONSTRAINT `person_capacity_check` CHECK (`labourCapacity` IS NOT NULL OR `labourCapacityEnc` IS NOT NULL);
ALTER TABLE `training_enrolment` ADD CONSTRAINT `training_enrolment_help_check` CHECK (`help` IS NOT NULL OR `helpEnc` IS NOT NULL);
ALTER TABLE `training_event` ADD CONSTRAINT `training_event_help_check` CHECK (`help` IS NOT NULL OR `helpEnc` IS NOT NULL);
-- who comes first is told from the categories when it is read; the next run writes the list without it
ALTER TABLE `training_need_person` MODIFY `first` BOOLEAN NULL;
UPDATE `training_need_person` SET `first` = NULL;
-- a list says what everybody on it is: a row no longer says which list it came from
UPDATE `person_category` SET `source` = 'import' WHERE `source` LIKE 'import:%';
-- that somebody's household is monitored is told from the categories when a match is read
UPDATE `job_match` SET `reasons` = REPLACE(REPLACE(REPLACE(REPLACE(`reasons`, ', {"code": "monitored-first"}', ''), ',{"code":"monitored-first"}', ''), '[{"code": "monitored-first"}]', '[]'), '[{"code":"monitored-first"}]', '[]') WHERE `reasons` LIKE '%monitored-first%';
