CREATE TABLE `certificate_issuer` (
  `id` CHAR(26) NOT NULL,
  `name` VARCHAR(80) NOT NULL,
  `kinds` JSON NOT NULL,
  `occupationPrefixes` JSON NOT NULL,
  `regionCode` VARCHAR(12) NOT NULL,
  `validFrom` DATE NOT NULL,
  `validTo` DATE NULL,
  `document` VARCHAR(120) NOT NULL,
  `suspendedAt` DATETIME(3) NULL,
  `suspendedReason` VARCHAR(300) NULL,
  `recordedBy` CHAR(26) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `certificate_issuer_name_key` (`name`),
  CONSTRAINT `certificate_issuer_days_check` CHECK (`validTo` IS NULL OR `validTo` > `validFrom`),
  CONSTRAINT `certificate_issuer_suspended_check` CHECK ((`suspendedAt` IS NULL) = (`suspendedReason` IS NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `certificate_key` (
  `id` CHAR(26) NOT NULL,
  `publicKey` CHAR(43) NOT NULL,
  `privateKeyEnc` VARCHAR(300) NOT NULL,
  `activeKey` VARCHAR(6) NULL,
  `createdAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `certificate_key_activeKey_key` (`activeKey`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `issued_certificate` (
  `id` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `issuerId` CHAR(26) NOT NULL,
  `keyId` CHAR(26) NOT NULL,
  `evidenceRef` VARCHAR(80) NOT NULL,
  `signedText` VARCHAR(1000) NOT NULL,
  `issuedAt` DATETIME(3) NOT NULL,
  `revokedAt` DATETIME(3) NULL,
  `revokedReason` VARCHAR(300) NULL,
  `revokedBy` CHAR(26) NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `issued_certificate_evidenceRef_key` (`evidenceRef`),
  INDEX `issued_certificate_personId_idx` (`personId`),
  INDEX `issued_certificate_issuerId_idx` (`issuerId`),
  INDEX `issued_certificate_keyId_idx` (`keyId`),
  INDEX `issued_certificate_revokedAt_idx` (`revokedAt`),
  CONSTRAINT `issued_certificate_revoked_check` CHECK ((`revokedAt` IS NULL) = (`revokedReason` IS NULL)),
  CONSTRAINT `issued_certificate_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `issued_certificate_issuerId_fkey` FOREIGN KEY (`issuerId`) REFERENCES `certificate_issuer` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT `issued_certificate_keyId_fkey` FOREIGN KEY (`keyId`) REFERENCES `certificate_key` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
