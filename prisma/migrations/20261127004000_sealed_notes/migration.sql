-- what is written in words of a case may tell of health and family: as ciphertext from now on, older words by `npm run rotate-keys`
ALTER TABLE `care_case` ADD COLUMN `noteEnc` TEXT NULL;
ALTER TABLE `watch_case` ADD COLUMN `noteEnc` TEXT NULL;
ALTER TABLE `watch_step` ADD COLUMN `noteEnc` TEXT NULL;
