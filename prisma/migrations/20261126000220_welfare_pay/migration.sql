CREATE TABLE `welfare_attendance` (
  `id` CHAR(26) NOT NULL,
  `caseId` CHAR(26) NOT NULL,
  `month` CHAR(7) NOT NULL,
  `days` INTEGER NOT NULL,
  `version` INTEGER NOT NULL DEFAULT 1,
  `recordedBy` CHAR(26) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  `updatedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `welfare_attendance_caseId_month_key` (`caseId`, `month`),
  INDEX `welfare_attendance_month_idx` (`month`),
  CONSTRAINT `welfare_attendance_days_check` CHECK (`days` BETWEEN 0 AND 31),
  CONSTRAINT `welfare_attendance_caseId_fkey` FOREIGN KEY (`caseId`) REFERENCES `welfare_case` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `welfare_sheet` (
  `id` CHAR(26) NOT NULL,
  `regionCode` VARCHAR(12) NOT NULL,
  `countyCode` VARCHAR(12) NOT NULL,
  `month` CHAR(7) NOT NULL,
  `state` ENUM('PREPARED', 'APPROVED', 'SENT', 'SETTLED') NOT NULL,
  `totalFen` BIGINT NOT NULL,
  `version` INTEGER NOT NULL DEFAULT 1,
  `preparedBy` CHAR(26) NULL,
  `preparedAt` DATETIME(3) NOT NULL,
  `approvedBy` CHAR(26) NULL,
  `approvedAt` DATETIME(3) NULL,
  `sentBy` CHAR(26) NULL,
  `sentAt` DATETIME(3) NULL,
  `settledAt` DATETIME(3) NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `welfare_sheet_regionCode_month_key` (`regionCode`, `month`),
  INDEX `welfare_sheet_countyCode_month_idx` (`countyCode`, `month`),
  CONSTRAINT `welfare_sheet_second_check` CHECK (`approvedBy` IS NULL OR `preparedBy` IS NULL OR `approvedBy` <> `preparedBy`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `welfare_pay` (
  `id` CHAR(26) NOT NULL,
  `sheetId` CHAR(26) NOT NULL,
  `nr` INTEGER NOT NULL,
  `caseId` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `month` CHAR(7) NOT NULL,
  `days` INTEGER NOT NULL,
  `dueFen` INTEGER NOT NULL,
  `beforeFen` INTEGER NOT NULL,
  `amountFen` INTEGER NOT NULL,
  `reasons` JSON NOT NULL,
  `result` ENUM('PENDING', 'PAID', 'FAILED') NOT NULL DEFAULT 'PENDING',
  `failReason` VARCHAR(200) NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `welfare_pay_sheetId_caseId_month_key` (`sheetId`, `caseId`, `month`),
  UNIQUE INDEX `welfare_pay_sheetId_nr_key` (`sheetId`, `nr`),
  INDEX `welfare_pay_caseId_month_idx` (`caseId`, `month`),
  INDEX `welfare_pay_personId_idx` (`personId`),
  CONSTRAINT `welfare_pay_due_check` CHECK (`dueFen` >= 0),
  CONSTRAINT `welfare_pay_sheetId_fkey` FOREIGN KEY (`sheetId`) REFERENCES `welfare_sheet` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `welfare_pay_caseId_fkey` FOREIGN KEY (`caseId`) REFERENCES `welfare_case` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `person_account` (
  `personId` CHAR(26) NOT NULL,
  `bankName` VARCHAR(80) NOT NULL,
  `numberEnc` VARCHAR(400) NOT NULL,
  `numberMasked` VARCHAR(30) NOT NULL,
  `updatedBy` CHAR(26) NULL,
  `updatedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`personId`),
  CONSTRAINT `person_account_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
