ALTER TABLE `user_account` ADD COLUMN `trainingBodyId` CHAR(26) NULL, ADD COLUMN `brandId` CHAR(26) NULL;

CREATE INDEX `user_account_trainingBodyId_idx` ON `user_account`(`trainingBodyId`);
CREATE INDEX `user_account_brandId_idx` ON `user_account`(`brandId`);

ALTER TABLE `user_account` ADD CONSTRAINT `user_account_trainingBodyId_fkey` FOREIGN KEY (`trainingBodyId`) REFERENCES `training_body`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE `user_account` ADD CONSTRAINT `user_account_brandId_fkey` FOREIGN KEY (`brandId`) REFERENCES `labour_brand`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT;
