/* Runs a fuzzer once over each file named on the command line. */
#include <stdio.h>

#include "base/buf.h"
#include "sys/file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int argc, char **argv)
{
	struct buf bytes;
	buf_init(&bytes);
	for (int i = 1; i < argc; i++) {
		buf_clear(&bytes);
		if (file_read(argv[i], bytes.limit, &bytes) != 0) {
			fprintf(stderr, "%s can't be read\n", argv[i]);
			return 1;
		}
		LLVMFuzzerTestOneInput((const uint8_t *)bytes.data, bytes.len);
	}
	buf_release(&bytes);
	printf("%s: %d inputs\n", argv[0], argc - 1);
	return argc > 1 ? 0 : 1;
}
