CREATE TABLE `certificate_lookup` (
  `certificateId` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `state` ENUM('WAITING', 'FOUND', 'NOT_FOUND', 'MISMATCHED', 'UNREACHED') NOT NULL DEFAULT 'WAITING',
  `differs` VARCHAR(100) NULL,
  `verifier` VARCHAR(40) NULL,
  `tries` INTEGER NOT NULL DEFAULT 0,
  `askedAt` DATETIME(3) NULL,
  `againAt` DATETIME(3) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`certificateId`),
  INDEX `certificate_lookup_personId_idx` (`personId`),
  INDEX `certificate_lookup_againAt_idx` (`againAt`),
  CONSTRAINT `certificate_lookup_asked_check` CHECK ((`state` = 'WAITING') = (`askedAt` IS NULL)),
  CONSTRAINT `certificate_lookup_again_check` CHECK (`againAt` IS NULL OR `state` = 'UNREACHED'),
  CONSTRAINT `certificate_lookup_certificateId_fkey` FOREIGN KEY (`certificateId`) REFERENCES `certificate` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `certificate_lookup_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
