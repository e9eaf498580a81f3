ALTER TABLE `person` ADD COLUMN `deletedAt` DATETIME(3) NULL;
CREATE INDEX `person_deletedAt_idx` ON `person` (`deletedAt`);
