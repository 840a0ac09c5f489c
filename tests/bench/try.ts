import { measureDelivery } from './measure-delivery'
import { printTable } from './table'

void measureDelivery().then(printTable)
