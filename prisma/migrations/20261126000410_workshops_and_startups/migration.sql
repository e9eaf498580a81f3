ALTER TABLE `workshop`
  ADD COLUMN `product` VARCHAR(80) NULL,
  ADD COLUMN `address` VARCHAR(200) NULL,
  ADD COLUMN `closedOn` DATE NULL,
  ADD COLUMN `version` INTEGER NOT NULL DEFAULT 0;

CREATE TABLE `workshop_recognition` (
  `id` CHAR(26) NOT NULL,
  `workshopId` CHAR(26) NOT NULL,
  `recognisedOn` DATE NOT NULL,
  `validUntil` DATE NOT NULL,
  `documentNumber` VARCHAR(80) NOT NULL,
  `workers` INTEGER NOT NULL,
  `liftedWorkers` INTEGER NOT NULL,
  `decidedBy` CHAR(26) NULL,
  `decidedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `workshop_recognition_workshopId_recognisedOn_key` (`workshopId`, `recognisedOn`),
  CONSTRAINT `workshop_recognition_range` CHECK (`validUntil` > `recognisedOn`),
  CONSTRAINT `workshop_recognition_workers` CHECK (`liftedWorkers` BETWEEN 0 AND `workers`),
  CONSTRAINT `workshop_recognition_workshopId_fkey` FOREIGN KEY (`workshopId`) REFERENCES `workshop` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `startup` (
  `id` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `name` VARCHAR(80) NOT NULL,
  `business` VARCHAR(80) NOT NULL,
  `townCode` VARCHAR(12) NOT NULL,
  `openedOn` DATE NOT NULL,
  `licenceNumber` VARCHAR(40) NULL,
  `jobs` INTEGER NOT NULL,
  `returned` BOOLEAN NOT NULL DEFAULT true,
  `closedOn` DATE NULL,
  `version` INTEGER NOT NULL DEFAULT 0,
  `recordedBy` CHAR(26) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  `updatedAt` DATETIME(3) NOT NULL,
  `openKey` CHAR(26) NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `startup_openKey_key` (`openKey`),
  INDEX `startup_personId_idx` (`personId`),
  INDEX `startup_townCode_idx` (`townCode`),
  CONSTRAINT `startup_jobs_check` CHECK (`jobs` BETWEEN 1 AND 5000),
  CONSTRAINT `startup_open_check` CHECK ((`closedOn` IS NULL) = (`openKey` IS NOT NULL)),
  CONSTRAINT `startup_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO `workshop_recognition` (`id`, `workshopId`, `recognisedOn`, `validUntil`, `documentNumber`, `workers`, `liftedWorkers`, `decidedBy`, `decidedAt`)
SELECT `id`, `id`, `recognisedOn`, DATE_ADD(`recognisedOn`, INTERVAL 3 YEAR), COALESCE(`documentNumber`, '登记时已认定'), 0, 0, NULL, CURRENT_TIMESTAMP(3) FROM `workshop` WHERE `recognisedOn` IS NOT NULL;
