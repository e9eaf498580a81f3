CREATE TABLE `consent` (
  `id` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `purpose` ENUM('SERVICE', 'EMPLOYERS', 'SMS') NOT NULL,
  `how` ENUM('SELF', 'HOUSEHOLD', 'AGENT', 'PAPER') NOT NULL,
  `textVersion` VARCHAR(20) NOT NULL,
  `givenAt` DATETIME(3) NOT NULL,
  `givenByUserId` CHAR(26) NULL,
  `withdrawnAt` DATETIME(3) NULL,
  `openKey` VARCHAR(60) NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `consent_openKey_key` (`openKey`),
  INDEX `consent_personId_idx` (`personId`),
  CONSTRAINT `consent_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `receipt` (
  `id` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `byUserId` CHAR(26) NULL,
  `byRole` ENUM('SEEKER', 'EMPLOYER', 'OFFICER', 'AGENT', 'OPERATOR', 'ADMIN', 'SYSTEM') NOT NULL,
  `act` VARCHAR(40) NOT NULL,
  `subjectId` CHAR(26) NULL,
  `bySms` BOOLEAN NOT NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  `printedAt` DATETIME(3) NULL,
  PRIMARY KEY (`id`),
  INDEX `receipt_personId_recordedAt_idx` (`personId`, `recordedAt`),
  INDEX `receipt_byUserId_recordedAt_idx` (`byUserId`, `recordedAt`),
  CONSTRAINT `receipt_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
