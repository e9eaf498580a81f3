-- Whose posts may carry a brand: employers that its holding organisation agreed to.
CREATE TABLE `brand_use` (
  `brandId` CHAR(26) NOT NULL,
  `employerId` CHAR(26) NOT NULL,
  `state` ENUM('ASKED', 'AGREED', 'REFUSED', 'ENDED') NOT NULL,
  `note` VARCHAR(200) NULL,
  `reason` VARCHAR(200) NULL,
  `askedAt` DATETIME(3) NOT NULL,
  `decidedAt` DATETIME(3) NULL,
  `decidedBy` CHAR(26) NULL,
  `version` INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (`brandId`, `employerId`),
  INDEX `brand_use_employerId_idx` (`employerId`),
  CONSTRAINT `brand_use_decided` CHECK ((`state` = 'ASKED') = (`decidedAt` IS NULL)),
  CONSTRAINT `brand_use_brandId_fkey` FOREIGN KEY (`brandId`) REFERENCES `labour_brand` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `brand_use_employerId_fkey` FOREIGN KEY (`employerId`) REFERENCES `employer` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- employers whose posts carried a brand before there was anything to ask keep it
INSERT INTO `brand_use` (`brandId`, `employerId`, `state`, `askedAt`, `decidedAt`)
  SELECT `brandId`, `employerId`, 'AGREED', MIN(`recordedAt`), MIN(`recordedAt`) FROM `post` WHERE `brandId` IS NOT NULL AND `employerId` IS NOT NULL GROUP BY `brandId`, `employerId`;

ALTER TABLE `brand_event` MODIFY `kind` ENUM('REGISTERED', 'CHANGED', 'RECOGNISED', 'REVOKED', 'SUSPENDED', 'LIFTED', 'ENDED', 'OPERATOR', 'EMPLOYER') NOT NULL;
