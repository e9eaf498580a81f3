-- names the trace in which something happened, so that what follows can be shown beneath it; random numbers, null while no traces are made
ALTER TABLE `outbox_event` ADD COLUMN `traceparent` CHAR(55) NULL;
