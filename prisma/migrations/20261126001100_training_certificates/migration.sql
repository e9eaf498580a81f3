-- Who certifies what the people of a training body pass, and what stood against a certificate.
ALTER TABLE `training_body` ADD COLUMN `issuerId` CHAR(26) NULL;
CREATE INDEX `training_body_issuerId_idx` ON `training_body`(`issuerId`);
ALTER TABLE `training_body` ADD CONSTRAINT `training_body_issuerId_fkey` FOREIGN KEY (`issuerId`) REFERENCES `certificate_issuer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE `training_enrolment` ADD COLUMN `certificateStop` VARCHAR(40) NULL;
