CREATE TABLE `scheduled_run` (
  `id` CHAR(26) NOT NULL,
  `name` VARCHAR(40) NOT NULL,
  `startedAt` DATETIME(3) NOT NULL,
  `endedAt` DATETIME(3) NULL,
  `failure` VARCHAR(60) NULL,
  `counts` JSON NULL,
  PRIMARY KEY (`id`),
  INDEX `scheduled_run_name_startedAt_idx` (`name`, `startedAt`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
