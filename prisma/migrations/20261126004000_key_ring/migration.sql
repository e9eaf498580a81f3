CREATE TABLE `data_key` (
  `keyUse` ENUM('DATA', 'INDEX') NOT NULL,
  `generation` INTEGER NOT NULL,
  `algorithm` ENUM('aes', 'sm4', 'sha256', 'sm3') NOT NULL,
  `state` ENUM('PENDING', 'ACTIVE', 'RETIRING', 'RETIRED') NOT NULL,
  `activeUse` VARCHAR(5) NULL,
  `masterId` CHAR(12) NOT NULL,
  `wrapped` VARCHAR(200) NOT NULL,
  `nextMasterId` CHAR(12) NULL,
  `nextWrapped` VARCHAR(200) NULL,
  `createdAt` DATETIME(3) NOT NULL,
  `activeAt` DATETIME(3) NULL,
  `sweptAt` DATETIME(3) NULL,
  `retiredAt` DATETIME(3) NULL,
  PRIMARY KEY (`keyUse`, `generation`),
  UNIQUE INDEX `data_key_activeUse_key` (`activeUse`),
  CONSTRAINT `data_key_algorithm` CHECK ((`keyUse` = 'DATA' AND `algorithm` IN ('aes', 'sm4')) OR (`keyUse` = 'INDEX' AND `algorithm` IN ('sha256', 'sm3'))),
  CONSTRAINT `data_key_generation` CHECK (`generation` BETWEEN 0 AND 1000000),
  CONSTRAINT `data_key_next` CHECK ((`nextMasterId` IS NULL) = (`nextWrapped` IS NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `index_claim` (
  `claim` CHAR(43) NOT NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`claim`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE `household` ADD COLUMN `numberEnc` VARCHAR(400) NULL;

ALTER TABLE `delegation`
  ADD COLUMN `helperPhoneEnc` VARCHAR(400) NULL,
  ADD COLUMN `helperNameEnc` VARCHAR(400) NULL;

ALTER TABLE `private_file` ADD COLUMN `contentEnc` VARCHAR(400) NULL;
