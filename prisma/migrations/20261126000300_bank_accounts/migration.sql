CREATE TABLE `bank_account` (
  `id` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `accountEnc` VARCHAR(400) NOT NULL,
  `accountIndex` CHAR(43) NOT NULL,
  `accountMasked` VARCHAR(30) NOT NULL,
  `bankName` VARCHAR(60) NOT NULL,
  `holderIsPerson` BOOLEAN NOT NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  `recordedBy` CHAR(26) NULL,
  `endedAt` DATETIME(3) NULL,
  `openKey` CHAR(26) NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `bank_account_openKey_key` (`openKey`),
  INDEX `bank_account_personId_idx` (`personId`),
  INDEX `bank_account_accountIndex_idx` (`accountIndex`),
  CONSTRAINT `bank_account_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
