CREATE TABLE `phone_code` (
  `id` CHAR(43) NOT NULL,
  `purpose` ENUM('SIGN_IN', 'REGISTER', 'PASSWORD', 'CONSENT') NOT NULL,
  `phoneIndex` CHAR(43) NOT NULL,
  `phoneEnc` VARCHAR(400) NOT NULL,
  `phoneMasked` VARCHAR(20) NOT NULL,
  `codeHash` CHAR(43) NOT NULL,
  `openKey` CHAR(43) NULL,
  `tries` INTEGER NOT NULL DEFAULT 0,
  `userId` CHAR(26) NULL,
  `noteEnc` TEXT NULL,
  `createdAt` DATETIME(3) NOT NULL,
  `expiresAt` DATETIME(3) NOT NULL,
  `usedAt` DATETIME(3) NULL,
  `proofHash` CHAR(43) NULL,
  `proofExpiresAt` DATETIME(3) NULL,
  `proofUsedAt` DATETIME(3) NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `phone_code_openKey_key` (`openKey`),
  UNIQUE INDEX `phone_code_proofHash_key` (`proofHash`),
  INDEX `phone_code_phoneIndex_createdAt_idx` (`phoneIndex`, `createdAt`),
  INDEX `phone_code_createdAt_idx` (`createdAt`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE `sms_message` ADD COLUMN `secretEnc` VARCHAR(400) NULL;
