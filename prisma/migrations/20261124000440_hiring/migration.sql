CREATE TABLE `hiring` (
  `id` CHAR(26) NOT NULL,
  `postId` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `state` ENUM('INVITED', 'AGREED', 'INTERVIEW', 'OFFERED', 'HIRED', 'DECLINED', 'CLOSED') NOT NULL,
  `openKey` CHAR(53) NULL,
  `lastSeq` INTEGER NOT NULL,
  `placementId` CHAR(26) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  `updatedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `hiring_openKey_key` (`openKey`),
  INDEX `hiring_postId_idx` (`postId`),
  INDEX `hiring_personId_idx` (`personId`),
  INDEX `hiring_placementId_idx` (`placementId`),
  CONSTRAINT `hiring_postId_fkey` FOREIGN KEY (`postId`) REFERENCES `post` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `hiring_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `hiring_placementId_fkey` FOREIGN KEY (`placementId`) REFERENCES `placement` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `hiring_step` (
  `hiringId` CHAR(26) NOT NULL,
  `seq` INTEGER NOT NULL,
  `kind` ENUM('INVITED', 'AGREED', 'INTERVIEW', 'OFFERED', 'HIRED', 'DECLINED', 'CLOSED') NOT NULL,
  `saidByRole` ENUM('SEEKER', 'EMPLOYER', 'OFFICER', 'AGENT', 'OPERATOR', 'ADMIN', 'SYSTEM') NOT NULL,
  `saidByUserId` CHAR(26) NULL,
  `meetOn` DATE NULL,
  `note` VARCHAR(300) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`hiringId`, `seq`),
  CONSTRAINT `hiring_step_hiringId_fkey` FOREIGN KEY (`hiringId`) REFERENCES `hiring` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
