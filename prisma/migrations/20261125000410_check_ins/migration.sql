CREATE TABLE `check_in` (
  `id` CHAR(26) NOT NULL,
  `placementId` CHAR(26) NOT NULL,
  `kind` ENUM('ARRIVAL', 'DAY_30', 'DAY_90', 'DAY_180') NOT NULL,
  `dueOn` DATE NOT NULL,
  `tokenHash` CHAR(43) NOT NULL,
  `expiresAt` DATETIME(3) NOT NULL,
  `bySms` BOOLEAN NOT NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  `answeredAt` DATETIME(3) NULL,
  `answer` ENUM('ARRIVED', 'NOT_YET', 'PAID', 'NOT_DUE', 'PART_PAID', 'NOT_PAID', 'LEFT', 'TALK') NULL,
  `answeredFor` DATE NULL,
  `answeredBy` ENUM('SEEKER', 'EMPLOYER', 'OFFICER', 'AGENT', 'OPERATOR', 'ADMIN', 'SYSTEM') NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `check_in_tokenHash_key` (`tokenHash`),
  UNIQUE INDEX `check_in_placementId_kind_key` (`placementId`, `kind`),
  INDEX `check_in_answeredAt_dueOn_idx` (`answeredAt`, `dueOn`),
  CONSTRAINT `check_in_placementId_fkey` FOREIGN KEY (`placementId`) REFERENCES `placement` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
