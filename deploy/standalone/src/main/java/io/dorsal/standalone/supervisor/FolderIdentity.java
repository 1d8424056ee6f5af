package io.dorsal.standalone.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Properties;

/**
 * Which folder a record was written in: a copy of the folder holds the same records, and what they name is not the copy's
 * to stop.
 *
 * @param key device and inode, as the kernel tells them: a folder that took another's place has another
 */
record FolderIdentity(String path, String key) {
    private static final String PATH = "folder";
    private static final String KEY = "folder.key";

    static FolderIdentity of(Path folder) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(folder, BasicFileAttributes.class);
        return new FolderIdentity(folder.toRealPath().toString(), String.valueOf(attributes.fileKey()));
    }

    void write(Properties properties) {
        properties.setProperty(PATH, path);
        properties.setProperty(KEY, key);
    }

    /** One that names no folder, as older versions wrote it, could be anybody's. */
    boolean isIn(Properties properties) {
        return path.equals(properties.getProperty(PATH)) && key.equals(properties.getProperty(KEY));
    }
}
