import { memoryStorage } from './memory-storage';
import { storageContract } from './storage-contract';

storageContract(memoryStorage);
