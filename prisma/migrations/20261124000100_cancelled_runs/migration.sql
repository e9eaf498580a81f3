-- A run can be called off: at once while it waits, by its worker while it is under way.
ALTER TABLE `match_run`
  MODIFY COLUMN `status` ENUM('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED') NOT NULL DEFAULT 'QUEUED',
  ADD COLUMN `cancelRequestedAt` DATETIME(3) NULL;
