ALTER TABLE `match_run` ADD COLUMN `nightKey` VARCHAR(24) NULL;
CREATE UNIQUE INDEX `match_run_nightKey_key` ON `match_run` (`nightKey`);
