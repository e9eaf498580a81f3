CREATE TABLE `delegation` (
  `id` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `helperUserId` CHAR(26) NULL,
  `helperPhoneIndex` CHAR(43) NULL,
  `helperNameIndex` CHAR(43) NULL,
  `helperMasked` VARCHAR(60) NOT NULL,
  `acts` JSON NOT NULL,
  `how` ENUM('SELF', 'PAPER', 'CODE') NOT NULL,
  `sheetRef` VARCHAR(80) NULL,
  `validFrom` DATETIME(3) NOT NULL,
  `validUntil` DATETIME(3) NOT NULL,
  `recordedByUserId` CHAR(26) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  `acceptedAt` DATETIME(3) NULL,
  `withdrawnAt` DATETIME(3) NULL,
  `withdrawnByUserId` CHAR(26) NULL,
  `openKey` VARCHAR(60) NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `delegation_openKey_key` (`openKey`),
  INDEX `delegation_personId_idx` (`personId`),
  INDEX `delegation_helperUserId_idx` (`helperUserId`),
  INDEX `delegation_helperPhoneIndex_idx` (`helperPhoneIndex`),
  CONSTRAINT `delegation_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `delegation_helperUserId_fkey` FOREIGN KEY (`helperUserId`) REFERENCES `user_account` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE `login_session` ADD COLUMN `delegationId` CHAR(26) NULL;
ALTER TABLE `login_session` ADD CONSTRAINT `login_session_delegationId_fkey` FOREIGN KEY (`delegationId`) REFERENCES `delegation` (`id`) ON DELETE SET NULL ON UPDATE RESTRICT;

ALTER TABLE `audit_entry` ADD COLUMN `onBehalfOf` CHAR(26) NULL;

ALTER TABLE `receipt` ADD COLUMN `delegationId` CHAR(26) NULL;
ALTER TABLE `receipt` ADD CONSTRAINT `receipt_delegationId_fkey` FOREIGN KEY (`delegationId`) REFERENCES `delegation` (`id`) ON DELETE SET NULL ON UPDATE RESTRICT;
