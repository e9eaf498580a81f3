CREATE TABLE `roster` (
  `id` CHAR(26) NOT NULL,
  `regionCode` VARCHAR(12) NOT NULL,
  `fileName` VARCHAR(200) NOT NULL,
  `byteCount` BIGINT NOT NULL DEFAULT 0,
  `state` ENUM('RECEIVING', 'READING', 'MAPPING', 'CHECKING', 'CHECKED', 'TAKING', 'DONE', 'FAILED', 'CANCELLED') NOT NULL,
  `category` ENUM('POVERTY_LIFTED', 'MONITORED_UNSTABLE', 'MONITORED_MARGINAL', 'MONITORED_SUDDEN', 'RELOCATED', 'LOW_INCOME', 'DISABLED', 'ZERO_EMPLOYMENT_HOUSEHOLD') NULL,
  `siteId` CHAR(26) NULL,
  `header` JSON NULL,
  `mapping` JSON NULL,
  `keepFields` JSON NULL,
  `progressDone` BIGINT NOT NULL DEFAULT 0,
  `progressTotal` BIGINT NOT NULL DEFAULT 0,
  `rowsDone` INTEGER NOT NULL DEFAULT 0,
  `checked` JSON NULL,
  `result` JSON NULL,
  `problem` VARCHAR(60) NULL,
  `version` INTEGER NOT NULL DEFAULT 0,
  `uploadedBy` CHAR(26) NULL,
  `uploadedAt` DATETIME(3) NOT NULL,
  `askedAt` DATETIME(3) NULL,
  `finishedAt` DATETIME(3) NULL,
  `cancelRequestedAt` DATETIME(3) NULL,
  PRIMARY KEY (`id`),
  INDEX `roster_regionCode_uploadedAt_idx` (`regionCode`, `uploadedAt`),
  INDEX `roster_siteId_idx` (`siteId`),
  CONSTRAINT `roster_siteId_fkey` FOREIGN KEY (`siteId`) REFERENCES `resettlement_site` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `roster_part` (
  `rosterId` CHAR(26) NOT NULL,
  `kind` ENUM('SOURCE', 'SAMPLE', 'REJECTS', 'NOTES', 'DIFFERENCES') NOT NULL,
  `seq` INTEGER NOT NULL,
  `dataEnc` MEDIUMBLOB NOT NULL,
  PRIMARY KEY (`rosterId`, `kind`, `seq`),
  CONSTRAINT `roster_part_rosterId_fkey` FOREIGN KEY (`rosterId`) REFERENCES `roster` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `column_choice` (
  `regionCode` VARCHAR(12) NOT NULL,
  `name` VARCHAR(80) NOT NULL,
  `field` VARCHAR(40) NOT NULL,
  `chosenBy` CHAR(26) NULL,
  `chosenAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`regionCode`, `name`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE `household` ADD COLUMN `numberIndex` CHAR(43) NULL;
CREATE UNIQUE INDEX `household_numberIndex_key` ON `household` (`numberIndex`);
CREATE UNIQUE INDEX `resettlement_site_countyCode_name_key` ON `resettlement_site` (`countyCode`, `name`);
