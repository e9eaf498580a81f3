ALTER TABLE `consent` ADD COLUMN `sheetNumber` VARCHAR(40) NULL;

CREATE TABLE `registration` (
  `id` CHAR(26) NOT NULL,
  `byUserId` CHAR(26) NOT NULL,
  `entryKey` CHAR(36) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `receiptId` CHAR(26) NOT NULL,
  `outcome` ENUM('CREATED', 'CHANGED', 'UNCHANGED') NOT NULL,
  `ownWords` VARCHAR(120) NULL,
  `enteredAt` DATETIME(3) NOT NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `registration_byUserId_entryKey_key` (`byUserId`, `entryKey`),
  INDEX `registration_personId_idx` (`personId`),
  INDEX `registration_byUserId_recordedAt_idx` (`byUserId`, `recordedAt`),
  CONSTRAINT `registration_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
