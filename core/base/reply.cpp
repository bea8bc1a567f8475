#include "core/base/reply.h"

#include "moc_reply.cpp"
