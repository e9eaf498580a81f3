ALTER TABLE `claim`
  ADD COLUMN `checkedAt` DATETIME(3) NULL,
  ADD COLUMN `checkedBy` CHAR(26) NULL;

UPDATE `claim` SET `checkedAt` = `decidedAt`, `checkedBy` = `decidedBy` WHERE `state` = 'CHECKED';

ALTER TABLE `claim` ADD CONSTRAINT `claim_four_eyes` CHECK (`state` <> 'PAID' OR `checkedBy` IS NULL OR `decidedBy` IS NULL OR `checkedBy` <> `decidedBy`);
