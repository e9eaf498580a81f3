CREATE TABLE `pay_sheet` (
  `id` CHAR(26) NOT NULL,
  `projectId` CHAR(26) NOT NULL,
  `nr` INTEGER NOT NULL,
  `state` ENUM('DRAFT', 'APPROVED', 'SENT', 'DONE') NOT NULL DEFAULT 'DRAFT',
  `totalFen` BIGINT NOT NULL,
  `madeAt` DATETIME(3) NOT NULL,
  `madeBy` CHAR(26) NULL,
  `approvedAt` DATETIME(3) NULL,
  `approvedBy` CHAR(26) NULL,
  `publicFrom` DATE NULL,
  `publicUntil` DATE NULL,
  `filesMade` INTEGER NOT NULL DEFAULT 0,
  `version` INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `pay_sheet_projectId_nr_key` (`projectId`, `nr`),
  CONSTRAINT `pay_sheet_eyes_check` CHECK (`approvedBy` IS NULL OR `approvedBy` <> `madeBy`),
  CONSTRAINT `pay_sheet_projectId_fkey` FOREIGN KEY (`projectId`) REFERENCES `workfare_project` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `pay_line` (
  `id` CHAR(26) NOT NULL,
  `sheetId` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `nr` INTEGER NOT NULL,
  `quarters` INTEGER NOT NULL,
  `payFen` INTEGER NOT NULL,
  `accountId` CHAR(26) NULL,
  `accountMasked` VARCHAR(30) NULL,
  `bankName` VARCHAR(60) NULL,
  `result` ENUM('WAITING', 'SENT', 'PAID', 'FAILED') NOT NULL DEFAULT 'WAITING',
  `resultOn` DATE NULL,
  `resultReason` VARCHAR(200) NULL,
  `fileNr` INTEGER NULL,
  `version` INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `pay_line_sheetId_personId_key` (`sheetId`, `personId`),
  INDEX `pay_line_personId_idx` (`personId`),
  CONSTRAINT `pay_line_pay_check` CHECK (`payFen` > 0),
  CONSTRAINT `pay_line_sheetId_fkey` FOREIGN KEY (`sheetId`) REFERENCES `pay_sheet` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `pay_line_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `pay_day` (
  `rollId` CHAR(26) NOT NULL,
  `seq` INTEGER NOT NULL,
  `lineId` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `day` DATE NOT NULL,
  `quarters` INTEGER NOT NULL,
  `rateFen` INTEGER NOT NULL,
  `payFen` INTEGER NOT NULL,
  PRIMARY KEY (`rollId`, `seq`),
  INDEX `pay_day_lineId_idx` (`lineId`),
  INDEX `pay_day_personId_idx` (`personId`),
  CONSTRAINT `pay_day_lineId_fkey` FOREIGN KEY (`lineId`) REFERENCES `pay_line` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `pay_day_rollId_seq_fkey` FOREIGN KEY (`rollId`, `seq`) REFERENCES `muster_entry` (`rollId`, `seq`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE `care_case` ADD COLUMN `payLineId` CHAR(26) NULL, ADD COLUMN `rollId` CHAR(26) NULL;
