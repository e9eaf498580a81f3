-- categories, capacity for work and the order of help as ciphertext from now on; older rows by `npm run rotate-keys`
ALTER TABLE `person_category` ADD COLUMN `kindEnc` VARCHAR(64) NULL;
ALTER TABLE `person_category` MODIFY `kind` ENUM('POVERTY_LIFTED', 'MONITORED_UNSTABLE', 'MONITORED_MARGINAL', 'MONITORED_SUDDEN', 'RELOCATED', 'LOW_INCOME', 'DISABLED', 'ZERO_EMPLOYMENT_HOUSEHOLD') NULL;
CREATE UNIQUE INDEX `person_category_personId_kindEnc_validFrom_key` ON `person_category` (`personId`, `kindEnc`, `validFrom`);
ALTER TABLE `person` ADD COLUMN `labourCapacityEnc` VARCHAR(64) NULL;
ALTER TABLE `person` MODIFY `labourCapacity` ENUM('FULL', 'HALF', 'NONE') NULL;
ALTER TABLE `training_enrolment` ADD COLUMN `helpEnc` VARCHAR(64) NULL;
ALTER TABLE `training_enrolment` MODIFY `help` ENUM('LIFTED', 'MONITORED', 'OTHER') NULL;
ALTER TABLE `training_event` ADD COLUMN `helpEnc` VARCHAR(64) NULL;
ALTER TABLE `training_event` MODIFY `help` ENUM('LIFTED', 'MONITORED', 'OTHER') NULL;
