CREATE TABLE `welfare_fund` (
  `id` CHAR(26) NOT NULL,
  `countyCode` VARCHAR(12) NOT NULL,
  `fundSource` VARCHAR(80) NOT NULL,
  `year` INTEGER NOT NULL,
  `amountFen` BIGINT NOT NULL,
  `committedFen` BIGINT NOT NULL DEFAULT 0,
  `documentNumber` VARCHAR(80) NULL,
  `version` INTEGER NOT NULL DEFAULT 0,
  `recordedBy` CHAR(26) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  `updatedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `welfare_fund_countyCode_fundSource_year_key` (`countyCode`, `fundSource`, `year`),
  CONSTRAINT `welfare_fund_amount_check` CHECK (`amountFen` >= 0 AND `committedFen` BETWEEN 0 AND `amountFen`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `welfare_quota` (
  `id` CHAR(26) NOT NULL,
  `fundId` CHAR(26) NOT NULL,
  `regionCode` VARCHAR(12) NOT NULL,
  `countyCode` VARCHAR(12) NOT NULL,
  `kind` ENUM('GENERAL', 'PV_STATION', 'RANGER', 'CLEANING') NOT NULL,
  `year` INTEGER NOT NULL,
  `posts` INTEGER NOT NULL,
  `taken` INTEGER NOT NULL DEFAULT 0,
  `monthlyFen` INTEGER NOT NULL,
  `hoursPerDay` INTEGER NOT NULL,
  `daysPerMonth` INTEGER NOT NULL,
  `documentNumber` VARCHAR(80) NULL,
  `version` INTEGER NOT NULL DEFAULT 0,
  `recordedBy` CHAR(26) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  `updatedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `welfare_quota_regionCode_fundId_kind_year_key` (`regionCode`, `fundId`, `kind`, `year`),
  INDEX `welfare_quota_countyCode_year_idx` (`countyCode`, `year`),
  CONSTRAINT `welfare_quota_taken_check` CHECK (`taken` BETWEEN 0 AND `posts`),
  CONSTRAINT `welfare_quota_terms_check` CHECK (`monthlyFen` > 0 AND `hoursPerDay` BETWEEN 1 AND 8 AND `daysPerMonth` BETWEEN 1 AND 31),
  CONSTRAINT `welfare_quota_fundId_fkey` FOREIGN KEY (`fundId`) REFERENCES `welfare_fund` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE `welfare_terms`
  ADD COLUMN `quotaId` CHAR(26) NULL,
  ADD INDEX `welfare_terms_quotaId_idx` (`quotaId`),
  ADD CONSTRAINT `welfare_terms_quotaId_fkey` FOREIGN KEY (`quotaId`) REFERENCES `welfare_quota` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT;
