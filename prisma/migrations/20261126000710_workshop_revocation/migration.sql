CREATE TABLE `workshop_revocation` (
  `id` CHAR(26) NOT NULL,
  `workshopId` CHAR(26) NOT NULL,
  `revokedOn` DATE NOT NULL,
  `reason` VARCHAR(300) NOT NULL,
  `decidedBy` CHAR(26) NULL,
  `decidedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `workshop_revocation_workshopId_revokedOn_key` (`workshopId`, `revokedOn`),
  CONSTRAINT `workshop_revocation_reason` CHECK (`reason` <> ''),
  CONSTRAINT `workshop_revocation_workshopId_fkey` FOREIGN KEY (`workshopId`) REFERENCES `workshop` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
